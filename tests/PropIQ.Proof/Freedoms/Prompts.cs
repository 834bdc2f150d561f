using System.Text.Json;
using PropIQ.ReferenceApi.Ai;
using PropIQ.Sabotage.Twisting;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>Another way to ask the AI the same.</summary>
internal static class Prompts
{
    /// <summary>With what a customer says as data: a text in JSON.</summary>
    public static HostTweaks InJson { get; } = new()
    {
        Services = services => services.Twist<IAiClient>(nameof(IAiClient.AskAsync), real => (AiQuestion question, CancellationToken stop) =>
            real.AskAsync(question with { Messages = [.. question.Messages.Select(AsData)] }, stop)),
    };

    private static AiMessage AsData(AiMessage message) => message.Role == "user" ? message with { Content = JsonSerializer.Serialize(message.Content) } : message;
}
