using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Payments;

/// <summary>News in Stripe's name: genuine and forged, repeated, late, of no use.</summary>
[Binding]
public sealed class NewsSteps(NewsDriver news, StripeDriver stripe, StripesVoice voice, Snapshots snapshots, Cast cast, Lifetime lifetime)
{
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    [When("Stripe repeats the news of that renewal")]
    public Task RepeatsTheRenewal() => stripe.RepeatAsync(cast.InFocus, "invoice.payment_succeeded", 1, lifetime.Token);

    [When("Stripe repeats all that it told of {person}")]
    public Task RepeatsAll(Actor person) => news.RepeatAllAsync(person, lifetime.Token);

    [Given("Stripe has told of {news} of {persons} plan")]
    [When("Stripe tells of {news} of {persons} plan")]
    public Task TellsOf(News told, Actor person) => news.TellAsync(person, told, lifetime.Token);

    [When("Stripe tells of {news} of {persons} plan, billed to {string}")]
    public Task TellsOfABill(News told, Actor person, string email) => news.TellBilledToAsync(person, told, email, lifetime.Token);

    [When("Stripe tells within one second of {news} and of {news} of {persons} plan")]
    public Task TellsWithinASecond(News first, News second, Actor person) => news.TellWithinASecondAsync(person, first, second, lifetime.Token);

    [When("Stripe tells of {news} of {persons} former plan")]
    public Task TellsOfFormer(News told, Actor person) => news.TellOfFormerAsync(person, told, lifetime.Token);

    [When("Stripe tells an hour late of {news} of {persons} former plan")]
    public Task TellsLateOfFormer(News told, Actor person) => news.TellLateOfFormerAsync(person, told, Late, lifetime.Token);

    [When("Stripe tells an hour late of {news} of {persons} plan")]
    public Task TellsLate(News told, Actor person) => news.TellLateAsync(person, told, Late, lifetime.Token);

    [When("Stripe tells of a renewal of the same month of {persons} plan")]
    public Task TellsOfTheSameMonth(Actor person) => news.TellOfSameMonthAsync(person, lifetime.Token);

    [When("Stripe tells {int} times at the same instant of {news} of {persons} plan")]
    public Task TellsTogether(int times, News told, Actor person) => news.TellTogetherAsync(person, told, times, lifetime.Token);

    [When("Stripe tells {int} times within a second of {news} of {persons} plan")]
    public Task TellsOften(int times, News told, Actor person) => news.TellAsync(person, told, new Signing(), times, lifetime.Token);

    [When("Stripe tells of a new tax number of {persons}")]
    public Task TellsOfNoUse(Actor person) => news.TellAsync(person, News.OfNoUse, lifetime.Token);

    [When("Stripe tells of a renewal of somebody else than {person}")]
    public Task TellsOfSomebodyElse(Actor person) => news.TellOfSomebodyElseAsync(person, lifetime.Token);

    [When("Stripe sends {string} about {person}")]
    public Task Sends(string text, Actor person) => news.SendAsync(person, text, lifetime.Token);

    [When("news of {news} of {persons} plan arrives {signing}")]
    public Task Arrives(News told, Actor person, Signing signing) => news.TellAsync(person, told, signing, 1, lifetime.Token);

    [When("{person} tells in Stripe's name that {plan} is paid for")]
    public Task Pretends(Actor person, PromisedPlan plan) => voice.PretendPaidAsync(person, plan, lifetime.Token);

    [Then("the news is taken")]
    public void IsTaken() => stripe.ShouldBeTaken(cast.InFocus);

    [Then("the news is turned away because {reason}")]
    public void IsTurnedAway(KnownRefusal reason) => stripe.ShouldBeTurnedAway(cast.InFocus, reason);

    [Then("nothing has changed for {person}")]
    public Task NothingHasChanged(Actor person) => snapshots.ShouldBeUnchangedAsync(person, lifetime.Token);
}
