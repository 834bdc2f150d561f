using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;

namespace PropIQ.Drivers.Courses;

/// <summary>Sessions in a course of events: renewed, ended, begun anew (contract, section 2).</summary>
public sealed class SessionDeeds(AccountDriver accounts)
{
    internal IReadOnlyList<Deed> All =>
    [
        new("the session is renewed", 2, _ => true, (course, token) => course.RefreshAsync(token)),
        new("the person logs in once more", 1, _ => true, (course, token) => course.LogInAsync(token)),
        new("the person logs out", 1, _ => true, LogOutAsync),
        new("somebody tries a copied refresh token", 1, _ => true, ReuseAsync),
        new("a wrong password is tried", 1, _ => true, async (course, token) => course.ShouldBeRefused(
            "the e-mail or password is wrong", await accounts.LogInWithAsync(course.Actor, course.Actor.Email, "Wrong" + course.Actor.Password, token))),
    ];

    private async Task LogOutAsync(Course course, CancellationToken cancellationToken)
    {
        await accounts.LogOutAsync(course.Actor, cancellationToken);
        course.Actor.Journal.LastOf<Client.Nothing>().ShouldBeWhole();
        SessionEnd.ShouldBeToldBy(await accounts.TryProfileAsync(course.Actor, cancellationToken), course.Actor);
        course.Login.IsOver = true;
        await course.LogInAsync(cancellationToken);
    }

    private async Task ReuseAsync(Course course, CancellationToken cancellationToken)
    {
        var copied = course.Actor.Device.Session!.RefreshToken;
        await course.RefreshAsync(cancellationToken);
        course.ShouldBeRefused("the refresh token is not valid", await accounts.RefreshWithAsync(course.Actor, copied, cancellationToken));
        course.Login.IsOver = true;
        SessionEnd.ShouldBeToldBy(await accounts.TryProfileAsync(course.Actor, cancellationToken), course.Actor);
        await course.LogInAsync(cancellationToken);
    }
}
