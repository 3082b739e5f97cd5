using TechLeakageBot.Core;

namespace TechLeakageBot.Knowledge;

/// <summary>In local mode the chat page can be used as several people, so that the whole story can be played on one machine.</summary>
internal static class Personas
{
    /// <summary>How the ids of such people begin. Outside local mode nobody may have one.</summary>
    public const string Prefix = "persona-";

    private const string Channel = "directline";

    /// <summary>Seats the first officer and the first deputy on the chat page, unless they have a chat already.</summary>
    public static Company Seat(Company company) => company with
    {
        Officers = Seat(company.Officers, "officer"),
        Deputies = Seat(company.Deputies, "deputy"),
    };

    private static IReadOnlyList<Officer> Seat(IReadOnlyList<Officer> people, string persona) => people.Count > 0 && people[0].Chats.Count == 0
        ? [people[0] with { Chats = [new ChatAccount(Channel, Prefix + persona)] }, .. people.Skip(1)]
        : people;
}
