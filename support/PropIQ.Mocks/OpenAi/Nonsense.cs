namespace PropIQ.Mocks.OpenAi;

/// <summary>What no client can make an analysis of. Nothing of it may reach PropIQ's users.</summary>
internal static class Nonsense
{
    public const string Prose = "As a staged model I would rather recite: the quick brown appraiser jumps over the lazy escrow.";

    /// <summary>What a model says that was told to answer in JSON alone, and likes to talk.</summary>
    public static string Around(string analysis) => $"As a staged model I would put it like this: {analysis} The appraiser may see it otherwise.";

    public const string Page = "<html><head><title>Staged gateway page</title></head><body>An unexpected page of the staged gateway.</body></html>";
}
