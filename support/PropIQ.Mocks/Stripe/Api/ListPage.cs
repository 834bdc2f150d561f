using PropIQ.Mocks.Stripe.Objects;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>A page of a list, newest first: <c>limit</c> 1–100 (10), <c>starting_after</c> an id.</summary>
internal static class ListPage
{
    public static ApiResult Of(IEnumerable<StripeObject> oldestFirst, BracketForm form, string url)
    {
        var limit = form.Number(1, 100, "limit") ?? 10;
        var all = oldestFirst.Reverse().ToList();
        if (form.Optional("starting_after") is { } after)
        {
            var place = all.FindIndex(item => item.Id == after);
            all = place < 0 ? throw StripeRefusal.NotFound("object", after, "starting_after", 400) : all[(place + 1)..];
        }

        return new ApiResult(StripeJson.List(url, all.Take(limit).Select(item => item.ToJson()), all.Count > limit));
    }
}
