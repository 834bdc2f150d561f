namespace PropIQ.ReferenceApi.Chat;

/// <summary>Registers this area.</summary>
public static class ChatServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services) => services;
}
