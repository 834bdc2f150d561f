using Dapper;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>A session that is over comes back, or one that is in use is over.</summary>
internal static class Revivals
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("login_revives_ended_sessions", "Logging in again makes the tokens good again that were ended by logging out, or because they were copied.")
        {
            Cases = ["logout_ends_the_session"],
            Clauses = ["2.5", "2.3"],
            Host = host => host.Twist<IPasswordHasher>(
                nameof(IPasswordHasher.VerifyAsync),
                (real, provider) => async (string password, string? stored, CancellationToken cancellationToken) =>
                {
                    var right = await real.VerifyAsync(password, stored, cancellationToken);
                    if (right)
                    {
                        await provider.ExecuteAsync(
                            "update sessions set ended_at = null where ended_at is not null and user_id = (select id from users where password_hash = @stored)",
                            new { stored });
                    }

                    return right;
                }),
        },
    ];
}
