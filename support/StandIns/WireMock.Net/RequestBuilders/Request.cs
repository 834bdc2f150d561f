using System.IO.Enumeration;

namespace WireMock.RequestBuilders;

/// <summary>Starts the description of the requests that are meant.</summary>
public class Request : IRequestBuilder
{
    private string[]? _paths;

    private Request()
    {
    }

    /// <summary>A description that every request fits.</summary>
    public static IRequestBuilder Create() => new Request();

    /// <inheritdoc />
    public IRequestBuilder UsingAnyMethod() => this;

    /// <inheritdoc />
    public IRequestBuilder WithPath(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _paths = paths;
        return this;
    }

    internal bool Fits(IRequestMessage request) =>
        _paths is null || _paths.Any(path => FileSystemName.MatchesSimpleExpression(path, request.Path, ignoreCase: false));
}
