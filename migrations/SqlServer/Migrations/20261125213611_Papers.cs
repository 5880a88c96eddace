using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Papers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FirstDay_Clothes",
                table: "Workplaces",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_Entrance",
                table: "Workplaces",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_GettingThere",
                table: "Workplaces",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_SickCallName",
                table: "Workplaces",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_SickCallPhone",
                table: "Workplaces",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ContinuesId",
                table: "Placements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "Agreements",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ApprovalLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Approver = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AgreementVersion = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalLinks_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Gren = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsProtected = table.Column<bool>(type: "bit", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IssuedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text_City = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text_Employer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text_ExtentPercent = table.Column<int>(type: "int", nullable: false),
                    Text_From = table.Column<DateOnly>(type: "date", nullable: false),
                    Text_PersonName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text_Tasks = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Text_Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text_To = table.Column<DateOnly>(type: "date", nullable: false),
                    Text_What = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Text_Words = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: true),
                    Text_Workplace = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_AgreementId",
                table: "ApprovalLinks",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_Hash",
                table: "ApprovalLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_PlacementId_IssuedAt",
                table: "Certificates",
                columns: new[] { "PlacementId", "IssuedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId",
                principalTable: "Placements",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropTable(
                name: "ApprovalLinks");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "FirstDay_Clothes",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_Entrance",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_GettingThere",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_SickCallName",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_SickCallPhone",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Agreements");
        }
    }
}
