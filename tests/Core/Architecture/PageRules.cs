using System.ComponentModel.DataAnnotations;
using System.Reflection;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Tests.Common;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
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

    /// <summary>A range of int over a decimal turns what was typed into int first, and throws for a number with ten digits.</summary>
    [Fact]
    public void Every_range_is_of_the_type_of_its_field() =>
        Expect.None(typeof(Program).Assembly.GetTypes().Concat(typeof(AppDb).Assembly.GetTypes()).SelectMany(t => t.GetProperties())
            .Where(p => p.GetCustomAttribute<RangeAttribute>() is { } range && range.OperandType != (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
}
