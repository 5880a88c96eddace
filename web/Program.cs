using EnVagUt.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();
builder.AddPortal();
builder.AddMail();
builder.AddJobs();

await using var app = builder.Build();
try
{
    if (await app.RunVerbAsync(args) is { } exitCode)
        return exitCode;

    app.UsePortal();
    await app.PrepareDatabaseAsync();
}
catch (StartRefusedException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
await app.InviteFirstAdministratorAsync();
await app.RunAsync();
return 0;

public partial class Program;
