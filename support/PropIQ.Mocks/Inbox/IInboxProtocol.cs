using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Inbox;

/// <summary>How one collaborator takes messages: what it accepts, and the words in which it refuses.</summary>
internal interface IInboxProtocol
{
    /// <summary>The message's JSON text.</summary>
    string BodyOf(MockRequest request) => request.Body;

    /// <summary>What the collaborator answers when nothing is staged.</summary>
    MockResponse Answer(MockRequest request);

    /// <summary>A staged refusal, in the collaborator's own form.</summary>
    MockResponse Refusal(int status);
}
