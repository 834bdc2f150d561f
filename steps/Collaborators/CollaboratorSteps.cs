using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Arguments;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Collaborators;

/// <summary>What Slack and the mailer have heard.</summary>
[Binding]
public sealed class CollaboratorSteps(InboxDriver inbox, Cast cast, Lifetime lifetime)
{
    [Then("Slack has heard of one {notice}")]
    public Task SlackHasHeardOfOne(SlackNotice notice) => inbox.SlackShouldHaveHeardAsync(cast.InFocus, 1, notice.Name, lifetime.Token);

    [Then("Slack has heard of one {notice} and nothing else")]
    public Task SlackHasHeardOnly(SlackNotice notice) => inbox.SlackShouldHaveHeardOnlyAsync(cast.InFocus, notice.Name, lifetime.Token);

    [Then("Slack, once it is well again, has heard of one {notice}")]
    public async Task SlackWellAgainHasHeard(SlackNotice notice)
    {
        await inbox.HealSlackAsync(cast.InFocus, lifetime.Token);
        await inbox.SlackShouldHaveHeardAsync(cast.InFocus, 1, notice.Name, lifetime.Token);
    }

    [Then("Slack has heard of {int} {notice}s")]
    public Task SlackHasHeardOf(int count, SlackNotice notice) => inbox.SlackShouldHaveHeardAsync(cast.InFocus, count, notice.Name, lifetime.Token);

    [Then("Slack has heard of no {notice}")]
    public Task SlackHasHeardOfNo(SlackNotice notice) => inbox.SlackShouldHaveHeardAsync(cast.InFocus, 0, notice.Name, lifetime.Token);

    [Then("Slack has heard nothing of {person}")]
    public Task SlackHasHeardNothing(Actor person) => inbox.SlackShouldHaveHeardNothingAsync(person, lifetime.Token);

    [Then("{person} is welcomed by e-mail exactly once")]
    public Task IsWelcomedOnce(Actor person) => inbox.MailsShouldHaveGoneAsync(person, 1, lifetime.Token);
}
