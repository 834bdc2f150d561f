using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Accounts;

/// <summary>Tokens that are shown where the contract needs none (section 2), as browsers and libraries do that have kept one.</summary>
public sealed class StrayTokens(TokenForge forge)
{
    /// <summary>The device in hand sends the owner's access token of now along from here on.</summary>
    public void SendAlong(Actor actor, Actor owner) => actor.Device.SendAlong(Verdict.Given(owner.Token, "an access token"));

    /// <summary>The same with something wrong with the token, named as in features.</summary>
    public void SendAlong(Actor actor, Actor owner, string flaw) => actor.Device.SendAlong(forge.Forge(owner, flaw));
}
