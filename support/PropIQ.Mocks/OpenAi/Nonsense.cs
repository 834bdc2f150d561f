namespace PropIQ.Mocks.OpenAi;

/// <summary>What no client can make an analysis of. Nothing of it may reach PropIQ's users.</summary>
internal static class Nonsense
{
    public const string Prose = "As a staged model I would rather recite: the quick brown appraiser jumps over the lazy escrow.";

    public const string Page = "<html><head><title>Staged gateway page</title></head><body>An unexpected page of the staged gateway.</body></html>";
}
