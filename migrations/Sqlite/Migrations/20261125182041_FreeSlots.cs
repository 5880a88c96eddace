using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FreeSlots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FreeSlots",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SlotCount",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // The nightly job counts the seats that are partly taken.
            migrationBuilder.Sql("UPDATE Offers SET SlotCount = (SELECT COUNT(*) FROM Slots WHERE Slots.OfferId = Offers.Id)");
            migrationBuilder.Sql("UPDATE Offers SET FreeSlots = SlotCount WHERE FilledAt IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FreeSlots",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SlotCount",
                table: "Offers");
        }
    }
}
