namespace WireMock.Matchers.Request;

/// <summary>Tells which requests a mapping answers. Made by <see cref="RequestBuilders.Request.Create"/>.</summary>
public interface IRequestMatcher;
