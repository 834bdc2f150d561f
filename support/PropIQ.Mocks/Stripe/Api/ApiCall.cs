using System.Text.Json.Nodes;
using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Events;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>An admitted call: the path without /v1, and the parameters of the body (POST) or the query.</summary>
internal sealed record ApiCall(string Method, string[] Path, BracketForm Form, Cause Cause);

/// <summary>What a call answers, and what it brought about, to be told after it.</summary>
internal sealed record ApiResult(JsonObject Body, Happening? Happening = null);

/// <summary>The calls to one kind of object.</summary>
internal interface IResource
{
    /// <summary>The answer, or null when the call is for another resource.</summary>
    ApiResult? Handle(ApiCall call);
}
