namespace EnVagUt.Web.Hosting;

/// <summary>
/// Refusals are shown by the page /fel/{code}. A crash is shown by a file: the layout needs the database, and the
/// database may be what crashed.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteCrashPageAsync });
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
    }

    /// <summary>An address that is no page is 404 for visitors too, not a way to the sign-in page.</summary>
    public static void MapNotFound(this WebApplication app) =>
        app.MapFallback("{*path}", http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();

    private static async Task WriteCrashPageAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        var page = http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("fel.html");
        if (page.Exists)
            await http.Response.SendFileAsync(page, http.RequestAborted);
    }
}
