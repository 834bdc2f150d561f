using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

internal static class SessionCases
{
    private static readonly Tokens Fresh = new("t", "bearer", 3600, "r", null);

    public static readonly Dictionary<string, Case> All = new()
    {
        ["jwt_expires_after_60_minutes"] = new(
            Story.Of(Expired(61)),
            Story.Of(Expired(12)),
            Story.Of(Story.Refused(401, "unauthorized") with { TokenAge = TimeSpan.FromMinutes(61) }))
        {
            Also = [Story.Of(Expired(60))],
        },

        ["concurrent_logins_from_different_ips"] = new(
            Story.Of(Login("127.0.0.2", 0), Login("127.0.0.3", 0.05), Worked("127.0.0.2", 2, 1), Worked("127.0.0.3", 3, 2)),
            Story.Of(Login("127.0.0.2", 0), Login("127.0.0.3", 5), Worked("127.0.0.2", 7, 1), Worked("127.0.0.3", 8, 2)),
            Story.Of(Login("127.0.0.2", 0), Login("127.0.0.3", 0.2), Worked("127.0.0.2", 2, 1), Worked("127.0.0.3", 3, 2)),
            Story.Of(Login("127.0.0.2", 0), Login("127.0.0.3", 0.05), Worked("127.0.0.2", 2, 1)),
            Story.Of(Login("127.0.0.2", 0), Login("127.0.0.3", 0.05), Worked("127.0.0.2", 2, 1), Worked("127.0.0.4", 3, 2)),
            Story.Of(Login("127.0.0.2", 0), Login("127.0.0.2", 0.05), Worked("127.0.0.2", 2, 1), Worked("127.0.0.2", 3, 2))),

        ["expired_token_refresh"] = new(
            Story.Of(Expired(61), Story.Answered("/auth/refresh", Fresh, at: 1), Story.Profile(at: 2)),
            Story.Of(Expired(61), Story.Answered("/auth/refresh", Fresh, at: 1)),
            Story.Of(Expired(61)),
            Story.Of(Expired(61), Story.Answered("/auth/refresh", Fresh, at: 1), Story.Profile(at: 2, session: 2)),
            Story.Of(Expired(61) with { Session = 0 }, Story.Answered("/auth/refresh", Fresh, at: 1), Story.Profile(at: 2, session: 0)),
            Story.Of(Story.Answered("/auth/refresh", Fresh, at: 1), Story.Profile(at: 2)))
        {
            Also = [Story.Of(Expired(61), Story.Answered("/auth/refresh", Fresh, at: 0.1), Story.Profile(at: 0.2))],
        },

        ["session_timeout_30_minutes"] = new(
            Story.Of(Story.Refused(401, "session_expired") with { Idle = TimeSpan.FromMinutes(31) }),
            Story.Of(Story.Refused(401, "session_expired") with { Idle = TimeSpan.FromMinutes(5) }),
            Story.Of(Expired(61) with { Idle = TimeSpan.FromMinutes(31) }))
        {
            Also = [Story.Of(Story.Refused(401, "session_expired") with { Idle = TimeSpan.FromMinutes(30) })],
        },

        ["long_session_90_minutes"] = new(
            Story.Of(Story.Profile(userTime: Story.Start), Story.Profile(at: 1, userTime: Story.Start.AddMinutes(91))),
            Story.Of(Story.Profile(userTime: Story.Start), Story.Profile(at: 1, userTime: Story.Start.AddMinutes(89))),
            Story.Of(Story.Profile(userTime: Story.Start), Story.Profile(at: 1, session: 2, userTime: Story.Start.AddMinutes(91))),
            Story.Of(Story.Profile(session: 0, userTime: Story.Start), Story.Profile(at: 1, session: 0, userTime: Story.Start.AddMinutes(91))))
        {
            Also = [Story.Of(Story.Profile(userTime: Story.Start), Story.Profile(at: 1, userTime: Story.Start.AddMinutes(90)))],
        },

        ["fast_session_under_15_minutes"] = new(
            Story.Of([.. Busy(), Exported(10), LoggedOut(12)]),
            Story.Of([.. Busy(), Exported(10), LoggedOut(12) with { UserTime = Story.Start.AddMinutes(16) }]),
            Story.Of([.. Busy(), Exported(10), LoggedOut(12) with { UserTime = Story.Start.AddSeconds(1).AddMinutes(15) }]),
            Story.Of([.. Busy().Append(Exported(10)).Append(LoggedOut(12)).Select(call => call with { Session = 0 })]),
            Story.Of([.. Busy()[1..], Exported(10), LoggedOut(12)]),
            Story.Of([.. Busy(), Exported(10)]),
            Story.Of([.. Busy(), LoggedOut(12)])),
    };

    private static CallRecord Expired(int minutes) => Story.Refused(401, "token_expired", endpoint: "/auth/me") with { TokenAge = TimeSpan.FromMinutes(minutes) };

    private static CallRecord Login(string from, double at) => Story.Answered("/auth/login", Fresh, at: at, session: 0, from: from, lasting: 0.2);

    private static CallRecord Worked(string from, double at, int session) => Story.Profile(at: at, session: session) with { From = from };

    private static CallRecord[] Busy() => [Story.Analysed(Story.Property(), at: 1), Story.Analysed(Story.Property(), at: 2), Story.Analysed(Story.Property(), at: 3)];

    private static CallRecord Exported(double at) => Story.Answered("/propiq/export", new ExportedFile("a.pdf", "application/pdf", 5, [1]), new ExportOrder("pdf", 5), at: at);

    private static CallRecord LoggedOut(double at) => Story.Answered("/auth/logout", Nothing.Instance, status: 204, at: at);
}
