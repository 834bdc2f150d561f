using System.Globalization;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Expectations;

/// <summary>Holds answers to what a profile expects. One item that fails, fails the action.</summary>
internal static class Judge
{
    private const int MostCharacters = 300;

    /// <summary>What does not hold, in sentences; empty when all is as expected.</summary>
    public static IReadOnlyList<string> Complaints(ExpectedAnswer expected, SimulatedAction action, IReadOnlyList<CallRecord> judged)
    {
        var complaints = new List<string>();
        foreach (var (call, index) in judged.Select((call, index) => (call, index)))
        {
            var item = judged.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (item {index + 1} of {judged.Count})");
            complaints.AddRange(OfStatus(expected, action, call).Select(complaint => complaint + item));
        }

        if (expected.Message is { } message && judged.Count > 0 && !judged.Any(call => Says(call, message)))
        {
            complaints.Add($"\"{message}\" was expected to be said; {Said(judged[^1])}.");
        }

        if (expected.Warning is { } warning && !judged.Any(call => call.Value is Analysis { Warning: { } said } && said.Contains(warning, StringComparison.OrdinalIgnoreCase)))
        {
            var last = judged.Select(call => (call.Value as Analysis)?.Warning).LastOrDefault(said => said is not null);
            complaints.Add($"the warning \"{warning}\" was expected; {(last is null ? "there was none" : $"the last one was \"{Short(last)}\"")}.");
        }

        if (expected.Tier is { } tier && !judged.Any(call => call.Succeeded && Tiers.In(call.Value) == tier))
        {
            var named = judged.Select(call => Tiers.In(call.Value)).LastOrDefault(name => name is not null);
            complaints.Add($"the plan {tier} was expected; {(named is null ? "PropIQ named none" : $"PropIQ named {Short(named)}")}.");
        }

        return complaints;
    }

    /// <summary>True when all that was judged was refused as expected.</summary>
    public static bool WasRefusal(IReadOnlyList<CallRecord> judged) => judged.Count > 0 && judged.All(call => call.Status >= 400);

    private static IEnumerable<string> OfStatus(ExpectedAnswer expected, SimulatedAction action, CallRecord call)
    {
        var wanted = expected.Statuses ?? [action.ContractStatus];
        if (!wanted.Contains(call.Status))
        {
            yield return $"{string.Join(" or ", wanted)} was expected; {Said(call)}.";
        }
        else if (call.Status < 400 && call.Unreadable is { } unreadable)
        {
            yield return $"{unreadable}.";
        }
        else if (call.Status < 400 && Completeness.Lacks(call.Value) is { } lacking)
        {
            yield return $"PropIQ answered {call.Status}, but without {lacking}.";
        }
    }

    private static string Said(CallRecord call) => call switch
    {
        { Status: 0 } => call.Unreadable ?? "there was no answer",
        { Status: >= 400, Problem: { } problem } => $"PropIQ answered {call.Status}{(problem.Code is { } code ? $" {Short(code)}" : "")}{(problem.Detail is { } detail ? $", \"{Short(detail)}\"" : "")}",
        { Unreadable: { } unreadable } => unreadable,
        _ => $"PropIQ answered {call.Status}",
    };

    /// <summary>What a target says may be of any length and shape: in a sentence it is one line.</summary>
    private static string Short(string text)
    {
        var line = string.Concat(text.Take(MostCharacters).Select(character => char.IsControl(character) ? ' ' : character));
        return text.Length > MostCharacters ? $"{line}…" : line;
    }

    private static bool Says(CallRecord call, string message)
    {
        string?[] said = [call.Problem?.Detail, call.Problem?.Title, (call.Value as Analysis)?.Warning, (call.Value as ChatReply)?.Response, call.Exchange.ResponseBody];
        return said.Any(text => text?.Contains(message, StringComparison.OrdinalIgnoreCase) == true);
    }
}
