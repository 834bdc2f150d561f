using WireMock.Matchers.Request;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.ResponseProviders;

namespace WireMock.Server;

internal sealed class Mapping(Request request, Action<Mapping> register) : IRespondWithAProvider
{
    public Response? Response { get; private set; }

    public static Mapping For(IRequestMatcher matcher, Action<Mapping> register)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        return new Mapping(
            matcher as Request ?? throw new NotSupportedException("The stand-in for WireMock.Net knows only what Request.Create() describes."),
            register);
    }

    public bool Fits(IRequestMessage message) => request.Fits(message);

    public void RespondWith(IResponseProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        Response = provider as Response ?? throw new NotSupportedException("The stand-in for WireMock.Net knows only what Response.Create() describes.");
        register(this);
    }
}
