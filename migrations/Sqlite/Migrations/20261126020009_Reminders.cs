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

            migrationBuilder.AddColumn<string>(
                name: "Gone",
                table: "Persons",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GoneOn",
                table: "Persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HandledAt",
                table: "OutgoingMail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HandledBy",
                table: "OutgoingMail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandledHow",
                table: "OutgoingMail",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StoppedAt",
                table: "OutgoingMail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TouchedAt",
                table: "Offers",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastFetchedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarFeeds_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FirstDayQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Came = table.Column<bool>(type: "INTEGER", nullable: true),
                    FollowedUpAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FirstDayQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FirstDayQuestions_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_DigestFor_MailId",
                table: "Reminders",
                columns: new[] { "DigestFor", "MailId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_HandledBy",
                table: "OutgoingMail",
                column: "HandledBy");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_Hash",
                table: "CalendarFeeds",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_UserId",
                table: "CalendarFeeds",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_FirstDayQuestions_Came_FollowedUpAt_PlacementId",
                table: "FirstDayQuestions",
                columns: new[] { "Came", "FollowedUpAt", "PlacementId" });

            migrationBuilder.CreateIndex(
                name: "IX_FirstDayQuestions_Hash",
                table: "FirstDayQuestions",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FirstDayQuestions_PlacementId",
                table: "FirstDayQuestions",
                column: "PlacementId");

            migrationBuilder.AddForeignKey(
                name: "FK_OutgoingMail_Users_HandledBy",
                table: "OutgoingMail",
                column: "HandledBy",
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
                name: "FK_OutgoingMail_Users_HandledBy",
                table: "OutgoingMail");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "FirstDayQuestions");

            migrationBuilder.DropIndex(
                name: "IX_Reminders_DigestFor_MailId",
                table: "Reminders");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingMail_HandledBy",
                table: "OutgoingMail");

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
                name: "Gone",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "GoneOn",
                table: "Persons");

            migrationBuilder.DropColumn(
                name: "HandledAt",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "HandledBy",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "HandledHow",
                table: "OutgoingMail");

            migrationBuilder.DropColumn(
                name: "StoppedAt",
                table: "OutgoingMail");

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
