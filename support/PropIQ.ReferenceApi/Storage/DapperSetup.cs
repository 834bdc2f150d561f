using System.Data;
using Dapper;

namespace PropIQ.ReferenceApi.Storage;

/// <summary>What Dapper must know, once a process: snake_case columns, times read as UTC <see cref="DateTimeOffset"/>, and one schema for all.</summary>
public static class DapperSetup
{
    private static readonly Lock Gate = new();
    private static bool applied;

    /// <summary>Tells it; a second time changes nothing.</summary>
    public static void Apply()
    {
        lock (Gate)
        {
            if (applied)
            {
                return;
            }

            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.AddTypeHandler(new UtcTimeHandler());

            // All databases of a process have one schema: a statement is got ready once, not once for each host's own database.
            SqlMapper.ConnectionStringComparer = EqualityComparer<string>.Create(static (_, _) => true, static _ => 0);
            applied = true;
        }
    }

    private sealed class UtcTimeHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset time => time.ToUniversalTime(),
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            _ => throw new DataException("A time was expected."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.UtcDateTime;
    }
}
