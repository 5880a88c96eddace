using EnVagUt.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddDatabase();
builder.AddPortal();

var app = builder.Build();
app.UsePortal();
await app.MigrateAsync();
await app.RunAsync();

public partial class Program;
