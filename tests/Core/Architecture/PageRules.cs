using EnVagUt.Tests.Common;
using EnVagUt.Web.Access;
using EnVagUt.Web.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Xunit;

namespace EnVagUt.Tests.Core.Architecture;

public class PageRules
{
    private static IEnumerable<Type> Pages => typeof(Program).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract);

    [Fact]
    public void Every_page_says_who_may_open_it() =>
        Expect.None(Pages.Where(p =>
            p.GetCustomAttributes(typeof(AllowRolesAttribute), inherit: true).Length
            + p.GetCustomAttributes(typeof(AllowAnonymousAttribute), inherit: true).Length
            + p.GetCustomAttributes(typeof(AuthorizeAttribute), inherit: true).Count(a => a is not AllowRolesAttribute) != 1)
            .Select(p => p.FullName));

    [Fact]
    public void Every_page_is_an_AppPage() =>
        Expect.None(Pages.Where(p => !typeof(AppPage).IsAssignableFrom(p)).Select(p => p.FullName));
}
