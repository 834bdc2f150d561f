using System.Globalization;
using Dapper;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Moves users' clocks (clause 10.2) and keeps them in the database, so that a restart finds them as they were.</summary>
public sealed class ClockKeeper(UserClocks clocks, TimeProvider machine, Database database) : IStartStep, IDisposable
{
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // One move at a time: each is judged against the reading that it changes.
    private readonly SemaphoreSlim moving = new(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            (connection, limited) => connection.QueryAsync<Row>(new CommandDefinition(
                "select email_key, offset_micros, frozen_at from user_clocks", cancellationToken: limited)),
            cancellationToken);
        foreach (var row in rows)
        {
            clocks.Apply(row.EmailKey, new ClockSetting(TimeSpan.FromMicroseconds(row.OffsetMicros), row.FrozenAt));
        }
    }

    /// <summary>Moves the clock of whoever has, or will have, this e-mail. 422 for a change that makes no sense or goes backwards.</summary>
    public async Task<ClockAnswer> MoveAsync(string email, JsonBody change, CancellationToken cancellationToken)
    {
        var key = EmailKey.Of(email);
        await moving.WaitAsync(cancellationToken);
        try
        {
            var current = clocks.SettingOf(key) ?? new ClockSetting(TimeSpan.Zero, null);
            var machineNow = machine.GetUtcNow();
            var now = current.Read(machineNow);
            var reading = ReadTarget(change, now);
            var freeze = change.Flag("freeze");
            var frozen = freeze.IsGiven ? freeze.Value : current.FrozenAt is not null;
            if (freeze.IsWrong)
            {
                throw Invalid("freeze must be true or false.");
            }

            if (reading < now)
            {
                throw new Refusal(422, "clock_backwards", $"The clock shows {now:O} and only moves forward.");
            }

            var setting = ClockSetting.At(reading, machineNow, frozen);
            await SaveAsync(key, setting, cancellationToken);
            clocks.Apply(key, setting);
            return new ClockAnswer(reading, frozen);
        }
        finally
        {
            moving.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => moving.Dispose();

    private static DateTimeOffset ReadTarget(JsonBody change, DateTimeOffset now)
    {
        var target = now;
        var set = change.Text("set");
        if (set.IsWrong || (set.IsGiven && !TryReadTime(set.Value!, out target)))
        {
            throw Invalid("set must be a time such as 2026-06-15T12:00:00Z.");
        }

        var advance = change.Number("advance_seconds");
        if (advance.IsWrong || advance.Value is < -1e10m or > 1e12m)
        {
            throw Invalid("advance_seconds must be a number of seconds.");
        }

        var ticks = (long)decimal.Truncate(advance.Value * 1_000_000m) * TimeSpan.TicksPerMicrosecond;
        return ticks <= (Latest - target).Ticks ? target.AddTicks(ticks) : throw Invalid("The clock does not go beyond the year 9000.");
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
    {
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
        time = MachineClock.Whole(time);
        return read;
    }

    private static Refusal Invalid(string sentence) => new(422, "invalid_clock_change", sentence);

    private Task SaveAsync(string key, ClockSetting setting, CancellationToken cancellationToken) => database.QueryAsync(
        (connection, limited) => connection.ExecuteAsync(new CommandDefinition(
            """
            insert into user_clocks (email_key, offset_micros, frozen_at) values (@key, @micros, @FrozenAt)
            on conflict (email_key) do update set offset_micros = excluded.offset_micros, frozen_at = excluded.frozen_at
            """,
            new { key, micros = setting.Offset.Ticks / TimeSpan.TicksPerMicrosecond, setting.FrozenAt },
            cancellationToken: limited)),
        cancellationToken);

    private sealed record Row(string EmailKey, long OffsetMicros, DateTimeOffset? FrozenAt);
}
