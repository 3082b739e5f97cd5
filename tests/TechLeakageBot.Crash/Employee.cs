using System.Net;

namespace TechLeakageBot.Crash;

/// <summary>Reports one serious matter after another, each in a conversation of its own, and tries each again until it is taken, as a real client does.</summary>
internal sealed class Employee(HttpClient client, int number, Acknowledged acknowledged)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>All of them go into one officer's chat, one after another.</summary>
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);

    public async Task ReportAsync(CancellationToken cancel)
    {
        for (var report = 0; !cancel.IsCancellationRequested; report++)
        {
            var mark = $"mark{number}x{report}x";
            var line = await TriedAsync(() => DirectLineClient.OpenAsync(client, $"employee{number}", CancellationToken.None), cancel);
            if (line is null || !await TriedAsync(() => line.PostAsync($"客先の担当者に非公開の図面をメールで送ってしまいました。{mark}", mark), cancel))
                return;
            acknowledged.Add(mark, line.Conversation);
            await Task.Delay(BetweenReports, CancellationToken.None);
        }
    }

    /// <summary>Tries until it is answered; a default value when the run ends first.</summary>
    private static async Task<T?> TriedAsync<T>(Func<Task<T>> act, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (Exception fault) when (fault is HttpRequestException { StatusCode: null or >= HttpStatusCode.InternalServerError } or IOException or TaskCanceledException)
            {
                // The server is being killed or is starting. What was in flight is tried again with the same id.
                if (cancel.IsCancellationRequested)
                    return default;
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }
}
