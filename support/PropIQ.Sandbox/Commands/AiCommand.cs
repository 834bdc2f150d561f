using System.CommandLine;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Sandbox.Commands;

/// <summary>Azure OpenAI fails for one user, or no longer.</summary>
internal static class AiCommand
{
    private const string User = "The account's id: what PropIQ sends as \"user\".";

    public static Command Create(Screen screen) => new("ai", "Has Azure OpenAI fail for a user, or work again.") { Fail(screen), Heal(screen) };

    private static Command Fail(Screen screen)
    {
        var user = Connected.Needed("--user", User);
        var kind = new Option<AiFaultKind>("--kind") { Description = $"How: {string.Join(", ", Enum.GetNames<AiFaultKind>())}.", DefaultValueFactory = _ => AiFaultKind.Refuses };
        var status = new Option<int>("--status") { Description = "The status of a refusal.", DefaultValueFactory = _ => 500 };
        var delay = new Option<double>("--delay") { Description = "How many seconds a slow answer takes.", DefaultValueFactory = _ => 30 };
        var times = new Option<int?>("--times") { Description = "For how many calls; without it, until healed." };
        return Connected.Command("fail", "Has this user's calls fail.", [user, kind, status, delay, times], async (parsed, director, cancellationToken) =>
        {
            var fault = parsed.GetValue(kind) switch
            {
                AiFaultKind.Refuses => new AiFault(AiFaultKind.Refuses, Status: parsed.GetValue(status)),
                AiFaultKind.IsSlow => new AiFault(AiFaultKind.IsSlow, Delay: TimeSpan.FromSeconds(parsed.GetValue(delay))),
                var other => new AiFault(other),
            };
            await director.Ai.FailAsync(parsed.GetValue(user)!, fault, parsed.GetValue(times), cancellationToken);
            await screen.Out.WriteLineAsync($"Azure OpenAI {fault.Kind} for {parsed.GetValue(user)}.");
        });
    }

    private static Command Heal(Screen screen)
    {
        var user = Connected.Needed("--user", User);
        return Connected.Command("heal", "Has this user's calls work again.", [user], async (parsed, director, cancellationToken) =>
        {
            await director.Ai.HealAsync(parsed.GetValue(user)!, cancellationToken);
            await screen.Out.WriteLineAsync($"Azure OpenAI is well for {parsed.GetValue(user)}.");
        });
    }
}
