using System.Collections;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Chat;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Limits;

namespace PropIQ.Sabotage.Reach;

/// <summary>
/// Decisions: services whose answers depend on nothing but what they are asked. A saboteur's version can be asked beside the real one,
/// and wherever it answers the same, his PropIQ is the real one.
/// </summary>
internal static class Decisions
{
    private static readonly string Domain = typeof(IAddressRules).Namespace![..^".Addresses".Length];

    // Beside the domain's own: they look nothing up.
    private static readonly HashSet<(Type, string)> Others = [(typeof(IAccessTokens), nameof(IAccessTokens.ReadAsync)), (typeof(IChatMessages), nameof(IChatMessages.Read))];

    /// <summary>Whether a service's method is one, or for null each of its methods: the domain's rules are, if they answer at once; what counts requests remembers.</summary>
    public static bool IsOne(Type service, string? method) => (method is not null && Others.Contains((service, method))) || IsRule(service);

    private static bool IsRule(Type service) =>
        service.Namespace!.StartsWith(Domain, StringComparison.Ordinal)
        && service.Namespace != typeof(IRateLimiter).Namespace
        && Listener.CanHear(service)
        && service.GetMethods().All(each => each.ReturnType != typeof(void) && !IsLater(each.ReturnType));

    /// <summary>Whether two answers are the same: equal, or lists or records of the same. Of those that are still to come nobody knows.</summary>
    public static bool AreSame(object? one, object? other) => Equals(one, other) || (one, other) switch
    {
        (string, _) or (_, string) => false,
        (Task { IsCompletedSuccessfully: true } first, Task { IsCompletedSuccessfully: true } second) => AreSame(ResultOf(first), ResultOf(second)),
        (IEnumerable ones, IEnumerable others) => AreSameInOrder([.. ones.Cast<object?>()], [.. others.Cast<object?>()]),
        ({ } a, { } b) when a.GetType() == b.GetType() && a.GetType().GetMethod("<Clone>$") is not null =>
            a.GetType().GetProperties().All(property => AreSame(property.GetValue(a), property.GetValue(b))),
        _ => false,
    };

    private static object? ResultOf(Task task) => task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);

    private static bool AreSameInOrder(object?[] ones, object?[] others) =>
        ones.Length == others.Length && ones.Zip(others).All(pair => AreSame(pair.First, pair.Second));

    private static bool IsLater(Type type) => typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || type.Name.StartsWith("ValueTask`", StringComparison.Ordinal);
}
