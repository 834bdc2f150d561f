using System.Text;

namespace PropIQ.Simulator.Running;

/// <summary>Chance that is the same for the same seed and name, on every machine and in every order of users.</summary>
internal static class SeededRandom
{
    /// <summary>A source of chance for one purpose. Only used under one lock, or by one user at a time.</summary>
    public static Random For(int seed, string name)
    {
        // FNV-1a, since String.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ octet) * 16777619u;
        }

        return new Random(unchecked((int)(hash ^ ((uint)seed * 2654435761u))));
    }
}
