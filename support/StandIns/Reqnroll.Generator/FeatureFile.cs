using System.Collections.Immutable;

namespace Reqnroll.Generation;

/// <summary>A feature file as the compiler hands it over.</summary>
internal sealed record FeatureFile(string Path, string Link, string Text);

/// <summary>What the whole project says about its features.</summary>
internal sealed record ProjectSettings(string RootNamespace, EquatableList<string> AloneTags);

/// <summary>The test class made of a feature file, or what is wrong with it.</summary>
internal sealed record GeneratedFeature(string Path, string HintName, string FullName, string Source, EquatableList<Problem> Problems);

/// <summary>A list that equals another with the same items, as incremental generation needs it.</summary>
internal readonly struct EquatableList<T>(IEnumerable<T> items) : IEquatable<EquatableList<T>>
{
    private readonly ImmutableArray<T> items = [.. items];

    public ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public bool Equals(EquatableList<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableList<T> other && Equals(other);

    public override int GetHashCode() => Items.Length;
}
