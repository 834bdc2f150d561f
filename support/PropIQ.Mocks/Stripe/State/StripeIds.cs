using System.Security.Cryptography;

namespace PropIQ.Mocks.Stripe.State;

/// <summary>Ids in Stripe's form: a prefix that tells the kind, then letters and digits.</summary>
internal static class StripeIds
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Customer() => Make("cus_", 14);

    public static string CheckoutSession() => Make("cs_test_a1", 58);

    public static string Subscription() => Make("sub_1", 23);

    public static string SubscriptionItem() => Make("si_", 14);

    public static string Invoice() => Make("in_1", 23);

    public static string InvoiceLine() => Make("il_1", 23);

    public static string PaymentIntent() => Make("pi_3", 23);

    public static string PaymentMethod() => Make("pm_1", 23);

    public static string Event() => Make("evt_1", 23);

    public static string Request() => Make("req_", 14);

    private static string Make(string prefix, int length) => prefix + RandomNumberGenerator.GetString(Alphabet, length);
}
