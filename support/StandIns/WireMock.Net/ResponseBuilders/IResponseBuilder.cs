using WireMock.ResponseProviders;

namespace WireMock.ResponseProviders
{
    /// <summary>Makes the answer. Made by <see cref="ResponseBuilders.Response.Create"/>.</summary>
    public interface IResponseProvider;
}

namespace WireMock.ResponseBuilders
{
    /// <summary>Describes an answer that is computed.</summary>
    public interface ICallbackResponseBuilder : IResponseProvider
    {
        /// <summary>The answer is what the handler makes of the request; its exception is a 500.</summary>
        IResponseBuilder WithCallback(Func<IRequestMessage, Task<IResponseMessage>> callbackHandler);
    }

    /// <summary>Describes an answer.</summary>
    public interface IResponseBuilder : ICallbackResponseBuilder;
}
