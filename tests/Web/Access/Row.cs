using EnVagUt.Core.Ground.Access;

namespace EnVagUt.Tests.Web.Access;

/// <summary>Whose rows a page shows; everybody else gets 404.</summary>
internal enum Owner
{
    /// <summary>The same for all who may open it.</summary>
    Nobody,
    /// <summary>One employer's.</summary>
    Employer,
    /// <summary>One verksamhetsgren's.</summary>
    Gren,
}

/// <summary>One line of the matrix: a route as it is written in @page, and the roles that may open it.</summary>
internal sealed record Row(string Route, bool Public, IReadOnlyList<Role> Allowed)
{
    public Owner Owner { get; private init; }
    public string Query { get; private init; } = "";
    public int Opens { get; private init; } = 200;

    /// <summary>Open to visitors and to everybody who has signed in.</summary>
    public static Row Everyone(string route) => new(route, true, Enum.GetValues<Role>());

    /// <summary>Open to everybody who has signed in.</summary>
    public static Row SignedIn(string route) => new(route, false, Enum.GetValues<Role>());

    public static Row For(string route, params Role[] roles) => new(route, false, roles);

    /// <summary>Shows one employer's rows: another employer gets 404.</summary>
    public Row OfEmployer() => this with { Owner = Owner.Employer };

    /// <summary>Shows persons of one verksamhetsgren: another gren gets 404.</summary>
    public Row OfGren() => this with { Owner = Owner.Gren };

    /// <summary>What must stand in the address for the page to open: «kod=abc».</summary>
    public Row WithQuery(string query) => this with { Query = query };

    /// <summary>For an address that answers something else than 200 when all is well, as a redirect.</summary>
    public Row Answering(int status) => this with { Opens = status };
}
