namespace TechLeakageBot.Storage.Sqlite;

/// <summary>One write that waits for its turn.</summary>
/// <param name="alone">Runs outside any transaction.</param>
internal abstract class SqliteWrite(bool alone)
{
    public bool Alone => alone;

    /// <summary>False where the caller has given up already.</summary>
    public abstract bool Begin();

    /// <summary>False where it failed; the fault is kept for the caller.</summary>
    public abstract bool Run(SqliteStatements statements);

    /// <summary>Tells the caller what <see cref="Run"/> came to.</summary>
    public abstract void Tell();

    /// <summary>Tells the caller that nothing was written, whatever <see cref="Run"/> came to.</summary>
    public abstract void Fail(Exception fault);
}

internal sealed class SqliteWrite<T>(Func<SqliteStatements, T> work, bool alone, CancellationToken cancel) : SqliteWrite(alone)
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? failed;

    public Task<T> Outcome => outcome.Task;

    public override bool Begin()
    {
        if (!cancel.IsCancellationRequested)
            return true;
        outcome.SetCanceled(cancel);
        return false;
    }

    public override bool Run(SqliteStatements statements)
    {
        try
        {
            result = work(statements);
            return true;
        }
        catch (Exception fault)
        {
            // Of whatever type: it is the caller's own, and must not harm the others of the group.
            failed = fault;
            return false;
        }
    }

    public override void Tell()
    {
        if (failed is null)
            outcome.SetResult(result!);
        else
            outcome.SetException(failed);
    }

    public override void Fail(Exception fault) => outcome.SetException(failed ?? fault);
}
