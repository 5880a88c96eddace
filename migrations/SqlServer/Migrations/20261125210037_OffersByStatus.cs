using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OffersByStatus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Offers_Status_SortKey",
                table: "Offers");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Status_SortKey_To",
                table: "Offers",
                columns: new[] { "Status", "SortKey", "To" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Offers_Status_SortKey_To",
                table: "Offers");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Status_SortKey",
                table: "Offers",
                columns: new[] { "Status", "SortKey" });
        }
    }
}
