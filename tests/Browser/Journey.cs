using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EnVagUt.Core.Parties.Users;
using EnVagUt.Tests.Common;
using Microsoft.Playwright;
using Xunit;

namespace EnVagUt.Tests.Browser;

/// <summary>
/// One person's walk through the portal in a browser window of its own. Wherever it comes it looks, on a wide screen and on
/// a narrow one, for barriers (axe, serious and critical) and for content that is wider than the screen, and hears complaints
/// in the console, among them every breach of the content security policy.
/// </summary>
public sealed partial class Journey
{
    public const int Wide = 1280;
    public const int Narrow = 360;
    private const int Height = 900;

    private const int MostTabs = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A page that looks as one that was examined needs no second examination.
    private static readonly ConcurrentDictionary<string, byte> Examined = [];

    private readonly int _width;
    private readonly bool _scripts;
    private readonly List<string> _complaints = [];
    private bool _beingExamined;

    private readonly Site _site;

    private Journey(Site site, IPage page, int width, bool scripts)
    {
        (_site, Page, _width, _scripts) = (site, page, width, scripts);
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.Console += (_, message) => Hear(message);
    }

    public IPage Page { get; }

    /// <summary>What the walk has asked of whoever walks it.</summary>
    public Effort Effort { get; } = new();

    /// <summary>Walks; a screenshot of where it failed lies in TestResults.</summary>
    public static async Task WalkAsync(Site site, Func<Journey, Task> walk, int width = Wide, bool javaScript = true, [CallerMemberName] string name = "")
    {
        await using var window = await site.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = Height },
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = javaScript,
        });
        window.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var journey = new Journey(site, await window.NewPageAsync(), width, javaScript);
        try
        {
            await walk(journey);
            await journey.LookAroundAsync();
            Expect.None(journey._complaints);
        }
        catch
        {
            var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults")).FullName;
            await journey.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-{width}.html"), await journey.Page.ContentAsync());
            throw;
        }
    }

    /// <summary>Opens an address as if it were typed, and expects to be let in.</summary>
    public async Task OpenAsync(string path)
    {
        Assert.InRange(await ComeToAsync(path), 200, 299);
    }

    /// <summary>Opens an address as if it were typed, and tells what it answered.</summary>
    public async Task<int> ComeToAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await LookAroundAsync();
        return answer!.Status;
    }

    /// <summary>Signs in through the pages, with the code when one is asked for.</summary>
    public async Task SignInAsync(Login login)
    {
        await OpenAsync(AccountPaths.SignIn);
        await FillAsync("E-postadress", login.Email);
        await FillAsync("Lösenord", login.Password);
        await PressAsync("Logga in");
        if (login.Secret is not null)
        {
            await FillAsync("Kod", login.Code);
            await PressAsync("Logga in");
        }
        Assert.DoesNotContain(AccountPaths.SignIn, Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Has signed in before: somebody who begins the walk inside.</summary>
    public async Task ComeInAsync(Login login) => await Page.Context.AddCookiesAsync([await _site.SessionAsync(login)]);

    public Task FollowAsync(string link) => ClickAsync(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    public Task PressAsync(string button) => ClickAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    private Task ClickAsync(ILocator way)
    {
        Effort.Clicks++;
        return GoOnAsync(way);
    }

    /// <summary>Clicks on what leads to another page, and examines that page.</summary>
    public async Task GoOnAsync(ILocator way)
    {
        // The browser's events of loading come late or not at all when a page is quick: the document itself knows.
        await Page.EvaluateAsync("window.leaving = true");
        await way.ClickAsync();
        await LookAroundAsync();
    }

    /// <summary>Moves by Tab alone until what has the label or text is in focus, and expects to see where the focus is.</summary>
    public async Task TabToAsync(string name)
    {
        for (var steps = 0; steps < MostTabs; steps++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var focus = await Page.EvaluateAsync<string[]>("""
                () => {
                  const e = document.activeElement, label = e.labels && e.labels[0];
                  const name = ((label ?? e).innerText ?? '').replace('(frivilligt)', '').trim().split('\n')[0];
                  // What it looks like must differ from what it looks like without focus.
                  const look = () => { const s = getComputedStyle(e); return s.outlineStyle + s.outlineWidth + s.outlineColor + s.boxShadow; };
                  const focused = look();
                  e.blur();
                  const plain = look();
                  e.focus({ preventScroll: true });
                  return [name, focused !== plain ? 'seen' : 'unseen'];
                }
                """);
            if (focus[0] != name)
                continue;
            Assert.True(focus[1] == "seen", $"Nobody sees that «{name}» is in focus on {Page.Url}");
            return;
        }
        Assert.Fail($"«{name}» is not reached by {MostTabs} Tabs on {Page.Url}");
    }

    /// <summary>Tabs to the link or button, presses Enter and examines the page it leads to.</summary>
    public async Task EnterAsync(string name)
    {
        await TabToAsync(name);
        await Page.EvaluateAsync("window.leaving = true");
        await Page.Keyboard.PressAsync("Enter");
        await LookAroundAsync();
    }

    /// <summary>Tabs to the field and types over what it holds.</summary>
    public async Task TypeAsync(string label, string text)
    {
        await TabToAsync(label);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Fills in the field that has the label, be it a text field or a list of choices.</summary>
    public async Task FillAsync(string label, string value)
    {
        Effort.Answers++;
        var field = Page.GetByLabel(label, new() { Exact = true });
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
            await field.SelectOptionAsync(new SelectOptionValue { Label = value });
        else
            await field.FillAsync(value);
    }

    /// <summary>The questions about undanträngning: nothing speaks against the place.</summary>
    public async Task AnswerStaffingAsync()
    {
        foreach (var (question, answer) in new[] { ("ReplacesLeaver", "No"), ("ReemploymentRight", "No"), ("BeyondStaffing", "Yes") })
        {
            (Effort.Clicks, Effort.Answers) = (Effort.Clicks + 1, Effort.Answers + 1);
            await Page.Locator($"[name='Input.{question}'][value={answer}]").CheckAsync();
        }
    }

    public Task TickAsync(string label)
    {
        (Effort.Clicks, Effort.Answers) = (Effort.Clicks + 1, Effort.Answers + 1);
        return TickedAsync(label);
    }

    private Task TickedAsync(string label) => Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    /// <summary>The text stands in the page's main part.</summary>
    public Task SeeAsync(string text) => Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);

    public Task SeeHeadingAsync(string text) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(text);

    /// <summary>Waits for the page that the journey is on its way to, and examines it unless that is done.</summary>
    public async Task LookAroundAsync()
    {
        await ArriveAsync();
        // Axe is a script too.
        if (!_scripts || await Page.EvaluateAsync<bool>("window.examined === true"))
            return;
        if (!Examined.TryAdd(PassingValues().Replace(await Page.EvaluateAsync<string>("document.documentElement.outerHTML"), ""), default))
            return;
        // Its own width last: so the walk goes on in it.
        foreach (var width in new[] { _width == Wide ? Narrow : Wide, _width })
            await ExamineAsync(width);
        await Page.EvaluateAsync("window.examined = true");
    }

    private async Task ExamineAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, Height);
        // Axe itself tries to add a style element, which the policy rightly stops.
        _beingExamined = true;
        var barriers = await Axe.FindBarriersAsync(Page);
        _beingExamined = false;
        Expect.None(barriers);
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{Page.Url} is {wide} pixels wide on a screen of {width}");
    }

    private async Task ArriveAsync()
    {
        for (var until = DateTime.UtcNow + Patience; ; await Task.Delay(20))
        {
            if (await HasArrivedAsync())
                return;
            Assert.True(DateTime.UtcNow < until, $"No other page has come after {Page.Url} in {Patience.TotalSeconds} s.");
        }
    }

    private async Task<bool> HasArrivedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("document.readyState === 'complete' && !window.leaving");
        }
        catch (PlaywrightException away) when (away.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return false;
        }
    }

    // A page that answers 404 or 422 is meant to; what it loads is not.
    private void Hear(IConsoleMessage message)
    {
        var aboutThePageItself = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
            && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);
        if (message.Type == "error" && !aboutThePageItself && !_beingExamined)
            _complaints.Add($"{Page.Url}: {message.Text} ({message.Location})");
    }

    /// <summary>Ids, and what guards against forged forms.</summary>
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|CfDJ8[0-9A-Za-z_-]+")]
    private static partial Regex PassingValues();
}
