using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Chat;

/// <summary>Registers this area.</summary>
public static class ChatServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.TryAddSingleton<IChatMessages, ChatMessages>();
        services.TryAddSingleton<IConversations, Conversations>();
        services.TryAddSingleton<SupportDesk>();
        services.AddSingleton<IEndpointModule, ChatEndpoints>();
        return services;
    }
}
