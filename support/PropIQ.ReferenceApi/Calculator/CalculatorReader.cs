using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Calculator;

/// <summary>Reads what the calculator is given, or refuses it naming every member that is wrong (clause 4.1).</summary>
public sealed class CalculatorReader(ICalculatorRules rules)
{
    private const decimal UsualTerm = 30m;

    /// <summary>The deal; a 422 <c>invalid_calculator_input</c> refusal when it is none.</summary>
    public DealInput Read(JsonBody body)
    {
        var errors = new FieldErrors();
        var deal = new DealInput
        {
            PurchasePrice = Required("purchase_price"),
            DownPaymentPercent = Required("down_payment_percent"),
            InterestRate = Required("interest_rate"),
            MonthlyRent = Required("monthly_rent"),
            LoanTermYears = Optional("loan_term_years") ?? UsualTerm,
            IsCommercial = Text("property_type", PropertyTypes.Has, $"must be one of {string.Join(", ", PropertyTypes.All)}") == PropertyTypes.Commercial,
            State = Text("state", _ => true, "must be text"),
            AnnualPropertyTax = Optional("annual_property_tax"),
            AnnualInsurance = Optional("annual_insurance"),
            MonthlyHoa = Optional("monthly_hoa") ?? 0m,
            MonthlyMaintenance = Optional("monthly_maintenance"),
            VacancyPercent = Optional("vacancy_percent"),
            ClosingCosts = Optional("closing_costs") ?? 0m,
            RehabCosts = Optional("rehab_costs") ?? 0m,
        };
        errors.ThrowIfAny(CalculatorRefusal.Code);
        return deal;

        decimal Required(string member)
        {
            var value = Optional(member);
            if (body.Number(member).IsMissing)
            {
                errors.Add(member, $"{member} is required.");
            }

            return value ?? 0m;
        }

        decimal? Optional(string member)
        {
            var number = body.Number(member);
            if (number.IsWrong)
            {
                errors.Add(member, $"{member} must be a number that can be reckoned with.");
            }
            else if (number.IsGiven && rules.BoundsOf(member) is { } bounds && !bounds.Allows(number.Value))
            {
                errors.Add(member, $"{member} {bounds.Rule}.");
            }

            return number.IsGiven ? number.Value : null;
        }

        string? Text(string member, Func<string, bool> allows, string rule)
        {
            var text = body.Text(member);
            if (text.IsWrong || (text.IsGiven && !allows(text.Value!)))
            {
                errors.Add(member, $"{member} {rule}.");
            }

            return text.Value;
        }
    }
}
