using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EnVagUt.Tests.Common;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Fields;

public class FieldTests(PortalApp app) : IClassFixture<PortalApp>
{
    public enum Few
    {
        [Display(Name = "På förmiddagen")] Morning,
        [Display(Name = "På eftermiddagen")] Afternoon,
    }

    public enum Many { One, Two, Three, Four, Five, Six }

    public sealed record Sample
    {
        [Required, Display(Name = "Namn"), StringLength(40)] public string? Name { get; init; }
        [DataType(DataType.Password)] public string? Secret { get; init; }
        public DateOnly? Start { get; init; }
        public decimal? Hours { get; init; }
        public bool Agreed { get; init; }
        [Required] public Few? Part { get; init; }
        public Many? Number { get; init; }
        public List<Few> Parts { get; init; } = [];
        public Guid? Place { get; init; }
    }

    [Fact]
    public void A_text_field_has_its_label_its_hint_and_its_limit()
    {
        var field = Render(nameof(Sample.Name), new() { Name = "Åsa <3" }, f => f.Hint = "Som på skylten");
        var input = field.QuerySelector("input")!;
        Assert.Equal("Namn", field.QuerySelector("label[for=Input_Name]")!.TextContent);
        Assert.Equal(("Input.Name", "Åsa <3", "40", "true"), (input.GetAttribute("name"), input.GetAttribute("value"), input.GetAttribute("maxlength"), input.GetAttribute("aria-required")));
        Assert.Equal("Som på skylten", field.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void What_is_not_required_says_so_unless_told_not_to()
    {
        Assert.Equal("Start (frivilligt)", Render(nameof(Sample.Start), new()).QuerySelector("label")!.TextContent);
        Assert.Equal("Start", Render(nameof(Sample.Start), new(), f => f.MarkOptional = false).QuerySelector("label")!.TextContent);
    }

    [Fact]
    public void A_date_is_shown_the_Swedish_way_and_written_as_text()
    {
        var input = Render(nameof(Sample.Start), new() { Start = new(2026, 3, 5) }).QuerySelector("input")!;
        Assert.Equal(("text", "numeric", "2026-03-05"), (input.GetAttribute("type"), input.GetAttribute("inputmode"), input.GetAttribute("value")));
    }

    [Fact]
    public void A_number_is_shown_with_a_comma() =>
        Assert.Equal("37,5", Render(nameof(Sample.Hours), new() { Hours = 37.50m }).QuerySelector("input")!.GetAttribute("value"));

    [Fact]
    public void What_was_typed_wins_over_what_is_stored_and_the_error_stands_beside_it()
    {
        var field = Render(nameof(Sample.Start), new() { Start = new(2026, 3, 5) }, state: s =>
        {
            s.SetModelValue("Input.Start", "i går", "i går");
            s.AddModelError("Input.Start", "Skriv datumet.");
        });
        var input = field.QuerySelector("input")!;
        Assert.Equal(("i går", "true"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid")));
        Assert.Equal("Skriv datumet.", field.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public void A_password_is_never_sent_back() =>
        Assert.Null(Render(nameof(Sample.Secret), new() { Secret = "hemligt" }, state: s => s.SetModelValue("Input.Secret", "hemligt", "hemligt"))
            .QuerySelector("input[type=password]")!.GetAttribute("value"));

    [Fact]
    public void A_yes_or_no_is_a_checkbox_that_answers_no_when_it_is_not_ticked()
    {
        var field = Render(nameof(Sample.Agreed), new() { Agreed = true }, f => f.Label = "Vi är överens");
        Assert.True(field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal("false", field.QuerySelector("input[type=hidden][name='Input.Agreed']")!.GetAttribute("value"));
        Assert.Equal("Vi är överens", field.QuerySelector("label[for=Input_Agreed]")!.TextContent);
    }

    [Fact]
    public void Few_choices_are_radio_buttons_with_Swedish_names_in_a_named_group()
    {
        var field = Render(nameof(Sample.Part), new() { Part = Few.Afternoon }, f => f.Label = "När?",
            s => s.AddModelError("Input.Part", "Välj ett av alternativen."));
        var group = field.QuerySelector("fieldset[role=radiogroup]")!;
        Assert.Equal("När?", group.QuerySelector("legend")!.TextContent);
        Assert.Equal("true", group.GetAttribute("aria-invalid"));
        Assert.Equal(["På förmiddagen", "På eftermiddagen"], group.QuerySelectorAll("label").Select(l => l.TextContent));
        Assert.Equal("Afternoon", Assert.Single(group.QuerySelectorAll("input[checked]")).GetAttribute("value"));
        Assert.NotNull(group.QuerySelector("input#Input_Part"));
        Assert.All(group.QuerySelectorAll("label"), l => Assert.NotNull(field.GetElementById(l.GetAttribute("for")!)));
    }

    [Fact]
    public void Many_choices_are_a_list_with_an_empty_choice_first()
    {
        var select = Render(nameof(Sample.Number), new() { Number = Many.Three }).QuerySelector("select")!;
        Assert.Equal(7, select.Children.Length);
        Assert.Equal("", select.Children[0].GetAttribute("value"));
        Assert.Equal("Three", Assert.Single(select.QuerySelectorAll("option[selected]")).GetAttribute("value"));
    }

    [Fact]
    public void Several_choices_are_checkboxes()
    {
        var field = Render(nameof(Sample.Parts), new() { Parts = [Few.Morning] });
        Assert.Equal(2, field.QuerySelectorAll("input[type=checkbox][name='Input.Parts']").Length);
        Assert.Equal("Morning", Assert.Single(field.QuerySelectorAll("input[checked]")).GetAttribute("value"));
    }

    [Fact]
    public void Given_choices_are_a_list_of_them_with_the_stored_one_chosen()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var select = Render(nameof(Sample.Place), new() { Place = other },
            f => f.Items = [new("Köket", one.ToString()), new("Lagret & lastkajen", other.ToString())]).QuerySelector("select")!;
        Assert.Equal("Lagret & lastkajen", Assert.Single(select.QuerySelectorAll("option[selected]")).TextContent);
    }

    private IDocument Render(string property, Sample model, Action<FieldTagHelper>? set = null, Action<ModelStateDictionary>? state = null)
    {
        var metadata = app.Services.GetRequiredService<IModelMetadataProvider>();
        var modelState = new ModelStateDictionary();
        state?.Invoke(modelState);
        var explorer = metadata.GetModelExplorerForType(typeof(Sample), model).GetExplorerForProperty(property);
        var helper = new FieldTagHelper
        {
            For = new ModelExpression($"Input.{property}", explorer),
            ViewContext = new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = new ViewDataDictionary(metadata, modelState) },
        };
        set?.Invoke(helper);
        var output = new TagHelperOutput("field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "x"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
