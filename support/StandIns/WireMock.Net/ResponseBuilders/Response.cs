namespace WireMock.ResponseBuilders;

/// <summary>Starts the description of an answer.</summary>
public class Response : IResponseBuilder
{
    private readonly IResponseMessage _fixed;
    private Func<IRequestMessage, Task<IResponseMessage>>? _handler;

    private Response(IResponseMessage message) => _fixed = message;

    /// <summary>An answer that is <paramref name="responseMessage"/>, or an empty 200.</summary>
    public static IResponseBuilder Create(ResponseMessage? responseMessage = null) => new Response(responseMessage ?? new ResponseMessage());

    /// <inheritdoc />
    public IResponseBuilder WithCallback(Func<IRequestMessage, Task<IResponseMessage>> callbackHandler)
    {
        ArgumentNullException.ThrowIfNull(callbackHandler);
        _handler = callbackHandler;
        return this;
    }

    internal async Task<IResponseMessage> AnswerAsync(IRequestMessage request)
    {
        if (_handler is null)
        {
            return _fixed;
        }

        var answer = await _handler(request);

        // What the builder was given goes before what the handler says.
        answer.StatusCode = _fixed.StatusCode ?? answer.StatusCode;
        answer.Headers = _fixed.Headers is { Count: > 0 } headers ? headers : answer.Headers;
        return answer;
    }
}
