using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Reads what the account calls take, or refuses it by member (clause 2.1).</summary>
public sealed class AccountInput(IEmailRules emails, IPasswordRules passwords)
{
    private const string Code = "validation_failed";

    /// <summary>A sign-up that keeps every rule.</summary>
    public SignUpRequest ReadSignUp(JsonBody body)
    {
        var errors = new FieldErrors();
        var email = Required(body, "email", errors);
        var password = Required(body, "password", errors);
        var firstName = ReadName(body, "first_name", "firstName", errors);
        var lastName = ReadName(body, "last_name", "lastName", errors);
        if (email is not null)
        {
            errors.Add("email", emails.Complaint(email));
        }

        foreach (var complaint in password is null ? [] : passwords.Complaints(password))
        {
            errors.Add("password", complaint);
        }

        errors.ThrowIfAny(Code);
        return new SignUpRequest(email!, password!, firstName, lastName);
    }

    /// <summary>A login. It is not told which passwords could be one: that much may be wrong with any.</summary>
    public LogInRequest ReadLogIn(JsonBody body)
    {
        var errors = new FieldErrors();
        var email = Required(body, "email", errors);
        var password = Required(body, "password", errors);
        errors.Add("email", NulIn(email)).Add("password", NulIn(password)).ThrowIfAny(Code);
        return new LogInRequest(email!, password!);
    }

    /// <summary>The refresh token shown; null when there is nothing that could be one.</summary>
    public static string? ReadRefreshToken(JsonBody body) => body.Text("refresh_token").Value;

    private static string? ReadName(JsonBody body, string name, string alias, FieldErrors errors)
    {
        var field = body.Text(name, alias);
        errors.Add(name, field switch
        {
            { IsWrong: true } => "A name must be text.",
            { IsGiven: true } => NameRules.Complaint(field.Value!),
            _ => null,
        });
        return field.Value;
    }

    private static string? Required(JsonBody body, string name, FieldErrors errors)
    {
        var field = body.Text(name);
        errors.Add(name, field.State switch
        {
            FieldState.Missing => $"The {name} is required.",
            FieldState.Wrong => $"The {name} must be text.",
            _ => null,
        });
        return field.Value;
    }

    private static string? NulIn(string? text) => text?.Contains('\0') == true ? "A NUL character is not allowed." : null;
}
