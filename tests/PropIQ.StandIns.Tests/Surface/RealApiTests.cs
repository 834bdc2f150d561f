using System.Reflection;
using FluentAssertions;

namespace PropIQ.StandIns.Tests.Surface;

/// <summary>Nothing may be written against a stand-in that the real package does not have.</summary>
public sealed class RealApiTests
{
    private static readonly Dictionary<string, Assembly> StandIns = new()
    {
        ["Reqnroll"] = typeof(global::Reqnroll.BindingAttribute).Assembly,
        ["WireMock.Net"] = typeof(global::WireMock.Server.WireMockServer).Assembly,
        ["Testcontainers.PostgreSql"] = typeof(global::Testcontainers.PostgreSql.PostgreSqlBuilder).Assembly,
    };

    /// <summary>The packages that have a stand-in.</summary>
    public static TheoryData<string> Packages() => [.. StandIns.Keys];

    /// <summary>Each public member is in the list of the real package's members.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_stand_in_offers_what_the_package_offers_and_no_more(string package)
    {
        var real = Section(package);

        PublicSurface.Of(StandIns[package]).Except(real, StringComparer.Ordinal).Should().BeEmpty(
            "the real {0} has no such members; where it has, add their lines to support/StandIns/real-api.txt", package);
    }

    private static HashSet<string> Section(string package)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "real-api.txt"));
        var from = Array.FindIndex(lines, l => l.StartsWith($"[{package} ", StringComparison.Ordinal));
        from.Should().BeGreaterThanOrEqualTo(0, "support/StandIns/real-api.txt has a section [{0} version]", package);
        return [.. lines.Skip(from + 1).TakeWhile(l => !l.StartsWith('[')).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
