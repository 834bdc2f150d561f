using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Accounts;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Clocks by e-mail, in memory.</summary>
public sealed class UserClocks(TimeProvider machine) : IUserClocks
{
    private readonly ConcurrentDictionary<string, ClockSetting> moved = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public TimeProvider For(string email) => new UserClock(this, EmailKey.Of(email));

    /// <inheritdoc />
    public async Task<TimeProvider> ForAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken)
    {
        var email = await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition("select email from users where id = @userId", new { userId }, cancellationToken: cancellationToken));
        return email is null ? machine : For(email);
    }

    /// <summary>What has been set for an e-mail's key, if anything.</summary>
    public ClockSetting? SettingOf(string key) => moved.GetValueOrDefault(key);

    /// <summary>Sets, or with null takes back, a clock.</summary>
    public void Apply(string key, ClockSetting? setting)
    {
        if (setting is null)
        {
            moved.TryRemove(key, out _);
        }
        else
        {
            moved[key] = setting;
        }
    }

    private DateTimeOffset Now(string key)
    {
        var now = machine.GetUtcNow();
        return moved.TryGetValue(key, out var setting) ? setting.Read(now) : now;
    }

    private sealed class UserClock(UserClocks clocks, string key) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clocks.Now(key);
    }
}
