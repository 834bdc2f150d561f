using WireMock.ResponseProviders;

namespace WireMock.Server;

/// <summary>A mapping in the making.</summary>
public interface IRespondWithAProvider
{
    /// <summary>Completes the mapping: from now on it answers.</summary>
    void RespondWith(IResponseProvider provider);
}
