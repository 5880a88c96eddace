using System.ComponentModel.DataAnnotations;
using System.Reflection;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using Xunit;

namespace EnVagUt.Tests.Core.Rules;

public class LabelsTests
{
    public enum Sample
    {
        [Display(Name = "Åter för komplettering")] Returned,
        Bare,
    }

    [Fact]
    public void A_value_is_called_by_its_Swedish_name()
    {
        Assert.Equal("Åter för komplettering", Sample.Returned.Label());
        Assert.Equal("Bare", Sample.Bare.Label());
    }

    [Fact]
    public void An_enum_with_Swedish_names_has_one_for_every_value()
    {
        var half = typeof(AppDb).Assembly.GetTypes().Where(t => t.IsEnum)
            .Select(t => (t.Name, Fields: t.GetFields(BindingFlags.Public | BindingFlags.Static)))
            .Where(t => t.Fields.Any(HasName) && !t.Fields.All(HasName));
        Assert.Empty(half.Select(t => t.Name));

        static bool HasName(FieldInfo field) => field.GetCustomAttribute<DisplayAttribute>()?.Name is { Length: > 0 };
    }
}
