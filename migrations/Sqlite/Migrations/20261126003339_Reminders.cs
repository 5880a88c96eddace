using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reminders_WhyNot_CreatedAt",
                table: "Reminders");

            migrationBuilder.AddColumn<bool>(
                name: "WantsDigest",
                table: "Users",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "AskedBy",
                table: "Reminders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DigestFor",
                table: "Reminders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LettersStoppedAt",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TouchedAt",
                table: "Offers",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_DigestFor_MailId",
                table: "Reminders",
                columns: new[] { "DigestFor", "MailId" });

            migrationBuilder.AddForeignKey(
                name: "FK_Reminders_Users_DigestFor",
                table: "Reminders",
                column: "DigestFor",
                principalTable: "Users",
                principalColumn: "Id");

            // A draft of before the column was last touched when it was made, as far as anybody knows.
            migrationBuilder.Sql("UPDATE Offers SET TouchedAt = CreatedAt");
            // A step was named by its days; now by its place, since the days can be set.
            migrationBuilder.Sql("UPDATE Reminders SET Step = '2' WHERE Step IN ('+7 arbetsdagar', '-1 dagar', '-5 arbetsdagar')");
            migrationBuilder.Sql("UPDATE Reminders SET Step = '1' WHERE Step <> '2'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Reminders_Users_DigestFor",
                table: "Reminders");

            migrationBuilder.DropIndex(
                name: "IX_Reminders_DigestFor_MailId",
                table: "Reminders");

            migrationBuilder.DropColumn(
                name: "WantsDigest",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "AskedBy",
                table: "Reminders");

            migrationBuilder.DropColumn(
                name: "DigestFor",
                table: "Reminders");

            migrationBuilder.DropColumn(
                name: "LettersStoppedAt",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "TouchedAt",
                table: "Offers");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_WhyNot_CreatedAt",
                table: "Reminders",
                columns: new[] { "WhyNot", "CreatedAt" });
        }
    }
}
