using System.Collections;
using System.Text.RegularExpressions;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Safety;

/// <summary>Looks for Stripe keys in live mode, wherever the simulator can see.</summary>
internal static partial class LiveKeys
{
    /// <summary>Where one is; null when there is none. Never the key itself.</summary>
    public static string? Find(SimulationProfile profile)
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Value is string value && Key().IsMatch(value))
            {
                return $"the environment variable {variable.Key}";
            }
        }

        return File.Exists(profile.Source) && Key().IsMatch(File.ReadAllText(profile.Source)) ? $"the profile {profile.Source}" : null;
    }

    [GeneratedRegex(@"\b(sk|pk|rk)_live_\w+")]
    private static partial Regex Key();
}
