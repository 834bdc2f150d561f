using FluentAssertions;
using Xunit;

namespace PropIQ.Targets.Tests;

public sealed class SecretsTests
{
    [Fact]
    public void The_text_form_names_secrets_without_telling_them()
    {
        var secrets = new TargetSecrets { Testing = "open sesame", Token = "a key" };

        secrets.ToString().Should().Be("testing, token");
    }
}
