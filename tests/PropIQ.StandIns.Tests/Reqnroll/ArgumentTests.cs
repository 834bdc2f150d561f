using System.Globalization;
using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>How a step's text, table and doc string become the arguments of its definition.</summary>
public sealed class ArgumentTests
{
    /// <summary>Each line asserts within its definition.</summary>
    [Theory]
    [InlineData("Given the day Tuesday")]
    [InlineData("Given the day tuesday")]
    [InlineData("Given the amount 1,299.50")]
    [InlineData("Given the moment 2026-01-15 10:30")]
    [InlineData("Given the id 6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("Given maybe 5")]
    [InlineData("Given the money $29 a month")]
    [InlineData("Given the person Frank, 44")]
    [InlineData("Given the one by regular expression: Frank, 44")]
    [InlineData("Given the switch on")]
    [InlineData("Given the count some")]
    [InlineData("Given the ratio -1.5E2")]
    [InlineData("Given the plain number 0x0")]
    public async Task Text_becomes_the_type_that_the_definition_takes(string step)
    {
        var outcome = await new ScenarioLab(typeof(Steps)).RunAsync(step);

        outcome.Error.Should().BeNull();
        outcome.Output.Should().Contain("-> done: Steps.");
    }

    /// <summary>Numbers are read and steps run by the feature's culture, whatever the machine's is.</summary>
    [Fact]
    public async Task The_features_culture_rules()
        => (await new ScenarioLab(typeof(German)) { Language = "de" }.RunAsync("Given der Betrag 1299,5")).Error.Should().BeNull();

    /// <summary>Text that cannot become the type fails as its conversion does.</summary>
    [Theory]
    [InlineData("Given the plain number abc", typeof(FormatException))]
    [InlineData("Given the plain number 1,299", typeof(FormatException))]
    [InlineData("Given the plain number 99999999999", typeof(OverflowException))]
    [InlineData("Given the day Someday", typeof(ArgumentException))]
    public async Task Text_that_does_not_fit_the_type_says_so(string step, Type error)
        => (await new ScenarioLab(typeof(Steps)).RunAsync(step)).Error.Should().BeOfType(error);

    /// <summary>A table comes as it is, or as what a transformation makes of it.</summary>
    [Theory]
    [InlineData("Given the table")]
    [InlineData("Given the old table")]
    [InlineData("Given the persons")]
    public async Task A_table_is_the_last_argument(string step)
    {
        var table = new DataTable("Name", "Age");
        table.AddRow("Frank", "44");
        table.AddRow("Maria", "");

        (await new ScenarioLab(typeof(Steps)).RunAsync([step], table)).Error.Should().BeNull();
    }

    /// <summary>A doc string comes after the captures.</summary>
    [Fact]
    public async Task A_doc_string_is_the_last_argument()
        => (await new ScenarioLab(typeof(Steps)).RunAsync(["Given the note 7"], text: "line 1\r\nline 2")).Error.Should().BeNull();

    /// <summary>Captures, table and doc string have to be as many as the parameters, optional ones included.</summary>
    [Theory]
    [InlineData("Given too few 1 2", "should have 2 parameters")]
    [InlineData("Given optional", "should have 0 parameters")]
    public async Task The_number_of_arguments_has_to_fit(string step, string message)
        => (await new ScenarioLab(typeof(Steps)).RunAsync(step)).Error.Should().BeOfType<BindingException>().Which.Message.Should().Contain(message);

    /// <summary>A cell is found by its column; a column that is not there is named.</summary>
    [Fact]
    public void A_cell_is_found_by_its_column()
    {
        var table = new DataTable("name", "Age");
        table.AddRow("Frank", "44");

        table.Invoking(t => t.Rows[0]["Nothing"]).Should().Throw<IndexOutOfRangeException>().WithMessage("*'Nothing'*| name*");
        table.Rows[0].TryGetValue("name", out var name).Should().BeTrue();
        name.Should().Be("Frank");
    }

    private sealed record Person(string Name, int? Age);

    private readonly record struct Money(decimal Amount);

    private sealed class German
    {
        [Given("der Betrag {decimal}")]
        public static void Amount(decimal amount)
        {
            amount.Should().Be(1299.5m);
            CultureInfo.CurrentCulture.Name.Should().Be("de");
        }
    }

    private sealed class Steps
    {
        [StepArgumentTransformation(@"\$(\d+)", Name = "money")]
        public static Money ToMoney(decimal amount) => new(amount);

        [StepArgumentTransformation("(.+), (\\d+)")]
        public async Task<Person> ToPerson(string name, int age)
        {
            await Task.Yield();
            return new Person(name, age);
        }

        [StepArgumentTransformation("(on|off)", Name = "switch")]
        public static bool ToSwitch(string text) => text == "on";

        [StepArgumentTransformation("(some)", Order = 1)]
        public static int Some(string text) => text.Length;

        [StepArgumentTransformation]
        public static IReadOnlyList<Person> ToPersons(DataTable table) => [.. table.Rows.Select(row => new Person(row[0], row[1].Length == 0 ? null : int.Parse(row[1], CultureInfo.InvariantCulture)))];

        [Given("the day {DayOfWeek}")]
        public static void Day(DayOfWeek day) => day.Should().Be(DayOfWeek.Tuesday);

        [Given("the amount {decimal}")]
        public static void Amount(decimal amount) => amount.Should().Be(1299.50m);

        [Given("the moment {DateTime}")]
        public static void Moment(DateTime moment) => moment.Should().Be(new DateTime(2026, 1, 15, 10, 30, 0));

        [Given("the id {Guid}")]
        public static void Id(Guid id) => id.Should().Be(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"));

        [Given("^maybe (.*)$")]
        public static void Maybe(int? number) => number.Should().Be(5);

        [Given("the money {money} a month")]
        public static void MoneyAMonth(Money money) => money.Should().Be(new Money(29));

        [Given("the person {Person}")]
        public static void APerson(Person person) => person.Should().Be(new Person("Frank", 44));

        [Given("^the one by regular expression: (.*)$")]
        public static void APersonByRegex(Person person) => person.Should().Be(new Person("Frank", 44));

        [Given("the switch {switch}")]
        public static void Switch(bool isOn) => isOn.Should().BeTrue();

        [Given("^the count (.*)$")]
        public static void Count(int count) => count.Should().Be(4);

        [Given("the ratio {double}")]
        public static void Ratio(double ratio) => ratio.Should().Be(-150);

        [Given("^the plain number (.*)$")]
        public static void PlainNumber(int number) => number.Should().Be(0);

        [Given("the table")]
        public static void ATable(DataTable table) => table.Rows[1]["Name"].Should().Be("Maria");

        [Given("the old table")]
        public static void AnOldTable(Table table) => table.RowCount.Should().Be(2);

        [Given("the persons")]
        public static void Persons(IReadOnlyList<Person> persons) => persons.Should().Equal(new Person("Frank", 44), new Person("Maria", null));

        [Given("the note {int}")]
        public static void Note(int number, string text) => text.Should().Be("line 1\r\nline 2");

        [Given("too few {int} {int}")]
        public static void TooFew(int number) => number.Should().Be(1);

        [Given("optional")]
        public static void Optional(int number = 1) => number.Should().Be(1);
    }
}
