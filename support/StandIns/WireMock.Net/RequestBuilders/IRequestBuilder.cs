using WireMock.Matchers.Request;

namespace WireMock.RequestBuilders;

/// <summary>Describes by its method which requests are meant.</summary>
public interface IMethodRequestBuilder : IRequestMatcher
{
    /// <summary>Any method.</summary>
    IRequestBuilder UsingAnyMethod();
}

/// <summary>Describes by its path which requests are meant.</summary>
public interface IUrlAndPathRequestBuilder : IMethodRequestBuilder
{
    /// <summary>Any of these paths, case-sensitive, in which * is any text (slashes too) and ? any character.</summary>
    IRequestBuilder WithPath(params string[] paths);
}

/// <summary>Describes which requests are meant.</summary>
public interface IRequestBuilder : IUrlAndPathRequestBuilder;
