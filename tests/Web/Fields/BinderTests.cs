using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace EnVagUt.Tests.Web.Fields;

/// <summary>Forms as the portal binds and judges them, without a page.</summary>
public class BinderTests(PortalApp app) : IClassFixture<PortalApp>
{
    public sealed record Sample
    {
        public DateOnly? Start { get; init; }
        public DateOnly Born { get; init; }
        public TimeOnly? From { get; init; }
        public decimal? Hours { get; init; }
        public int Count { get; init; }

        [Required, StringLength(5)] public string? Name { get; init; }
        [EmailAddress] public string? Email { get; init; }
        [Phone] public string? Phone { get; init; }
        [Range(1, 40)] public int Week { get; init; } = 1;
        [Required] public DayOfWeek? Day { get; init; }
        [MinLength(1)] public List<string> Chosen { get; init; } = ["x"];
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("22/11 2026")]
    [InlineData(" 22 november 2026 ")]
    [InlineData("20261122")]
    public async Task A_date_is_read_however_it_is_written(string typed)
    {
        var (bound, state) = await BindAsync(("Start", typed));
        Assert.Equal(new DateOnly(2026, 11, 22), bound.Start);
        Assert.DoesNotContain(state["Start"]!.Errors, _ => true);
    }

    [Theory]
    [InlineData("Start", "i går", "Skriv datumet med år, månad och dag, till exempel 2026-11-22.")]
    [InlineData("Start", "2026-02-30", "Datumet finns inte i kalendern.")]
    [InlineData("Born", "", "Fyll i datumet.")]
    [InlineData("From", "kvart över", "Skriv klockslaget med timmar och minuter, till exempel 08:30.")]
    [InlineData("From", "25:00", "Skriv klockslaget med timmar och minuter, till exempel 08:30.")]
    [InlineData("Hours", "många", "Skriv ett tal med siffror, till exempel 37,5.")]
    [InlineData("Hours", "1.000,5", "Skriv ett tal med siffror, till exempel 37,5.")]
    [InlineData("Count", "tre", "Skriv ett heltal med siffror, till exempel 12.")]
    [InlineData("Count", "1,5", "Skriv ett heltal med siffror, till exempel 12.")]
    [InlineData("Count", "", "Fyll i talet.")]
    [InlineData("Name", "", "Fyll i uppgiften.")]
    [InlineData("Name", "Kristina", "Texten är för lång. Skriv högst 5 tecken.")]
    [InlineData("Email", "kim", "E-postadressen ser inte rätt ut. Skriv till exempel namn@foretag.se.")]
    [InlineData("Phone", "ring", "Telefonnumret ser inte rätt ut. Skriv till exempel 031-390 06 10.")]
    [InlineData("Week", "41", "Ange ett värde mellan 1 och 40.")]
    [InlineData("Day", "", "Välj ett av alternativen.")]
    public async Task What_is_wrong_is_said_in_Swedish_and_what_was_typed_is_kept(string field, string typed, string error)
    {
        var (_, state) = await BindAsync((field, typed));
        Assert.Equal(error, Assert.Single(state[field]!.Errors).ErrorMessage);
        Assert.Equal(typed, state[field]!.AttemptedValue);
    }

    [Theory]
    [InlineData("08:30")]
    [InlineData("8.30")]
    [InlineData("0830")]
    [InlineData("kl. 8:30")]
    public async Task A_time_is_read_however_it_is_written(string typed) =>
        Assert.Equal(new TimeOnly(8, 30), (await BindAsync(("From", typed))).Bound.From);

    [Theory]
    [InlineData("37,5")]
    [InlineData("37.5")]
    [InlineData(" 37,50 ")]
    public async Task A_number_may_have_comma_or_point(string typed) =>
        Assert.Equal(37.5m, (await BindAsync(("Hours", typed))).Bound.Hours);

    [Fact]
    public async Task An_empty_field_that_is_optional_is_nothing()
    {
        var (bound, state) = await BindAsync(("Start", ""), ("From", " "), ("Hours", ""));
        Assert.Null(bound.Start);
        Assert.Null(bound.From);
        Assert.Null(bound.Hours);
        Assert.All(["Start", "From", "Hours"], f => Assert.Empty(state[f]!.Errors));
    }

    private async Task<(Sample Bound, ModelStateDictionary State)> BindAsync(params (string Field, string Typed)[] typed)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var metadata = services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Sample));
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new());
        var values = new FormValueProvider(BindingSource.Form, new FormCollection(typed.ToDictionary(t => t.Field, t => new StringValues(t.Typed))), CultureInfo.GetCultureInfo("sv-SE"));
        var context = DefaultModelBindingContext.CreateBindingContext(action, values, metadata, new BindingInfo(), "");
        await services.GetRequiredService<IModelBinderFactory>().CreateBinder(new() { Metadata = metadata }).BindModelAsync(context);
        services.GetRequiredService<IObjectModelValidator>().Validate(action, context.ValidationState, "", context.Result.Model);
        CultureInfo.CurrentCulture = culture;
        return ((Sample)context.Result.Model!, context.ModelState);
    }
}
