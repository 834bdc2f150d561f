using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.Proof.Freedoms;

/// <summary>Access tokens with more claims than the contract asks for, signed anew.</summary>
internal static class RicherTokens
{
    /// <summary>The answer with a richer token in it, if there is one.</summary>
    public static string Write(JsonNode tree, HttpContext context)
    {
        if (tree is JsonObject members && (string?)members["access_token"] is { } token && token.Split('.') is [_, var claims, _])
        {
            var richer = JsonNode.Parse(WebEncoders.Base64UrlDecode(claims))!.AsObject();
            richer["name"] = "A customer";
            richer["roles"] = new JsonArray("customer", "beta");
            richer["nbf"] = richer["iat"]!.DeepClone();
            richer["amr"] = new JsonArray("pwd");
            var unsigned = $"{Encoded("""{"alg":"HS256","typ":"at+jwt","kid":"2026-11"}""")}.{Encoded(richer.ToJsonString())}";
            var key = Encoding.UTF8.GetBytes(context.RequestServices.GetRequiredService<ReferenceApiOptions>().JwtSecret);
            members["access_token"] = $"{unsigned}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(unsigned)))}";
        }

        return JsonShape.Text(tree);
    }

    private static string Encoded(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
