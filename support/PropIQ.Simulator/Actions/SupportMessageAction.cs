using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Asks support; one conversation a session, unless another is named.</summary>
[Action("send_support_message")]
internal sealed class SupportMessageAction(Section given) : SimulatedAction
{
    private readonly string message = given.RequiredText("message");
    private readonly string? conversation = given.Text("conversation_id");

    public override int Messages => 1;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var id = conversation ?? context.Visitor.ConversationId;
        var call = await context.JudgedAsync(new Said(message, id), (client, token, stop) => client.ChatAsync(token, message, id, stop), cancellation);
        if (call is { Succeeded: true, Value: ChatReply { ConversationId: { } begun } } && conversation is null)
        {
            context.Visitor.ConversationId = begun;
        }
    }
}

/// <summary>What is said to support.</summary>
internal sealed record Said(string Message, JsonId? ConversationId);
